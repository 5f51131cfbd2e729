-- What falls due after a balance was noted is noted beside it: the receipts of an order that count are numbered from 1.
alter table ordering.balance_receipt add number int not null default 1 check (number > 0);
drop index ordering.balance_received_once;
-- Two tills that note the same money at once have it once.
create unique index balance_received_once on ordering.balance_receipt (region_id, order_id, number) where undone_at is null;
