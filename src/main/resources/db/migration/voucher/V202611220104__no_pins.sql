-- PINs are kept with the people of the place, by the module merchant.
drop table voucher.pin;
