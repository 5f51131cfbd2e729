-- Each channel takes its own in turn, codes first: a channel that is slow keeps no other waiting.
create index delivery_due_by_channel on notice.delivery (channel, urgent desc, next_try_at) where state = 'QUEUED';
drop index notice.delivery_due;
