-- A refund may be refused, for a reason; nothing is paid back by such a one.
alter table sandbox.refund add column failure text;
