-- What could only be listed can be booked now, under the name of its pack.
update merchant.place set trade = 'massage-and-wellness' where trade = 'wellness';
