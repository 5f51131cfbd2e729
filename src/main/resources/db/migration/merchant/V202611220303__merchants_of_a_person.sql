-- What somebody has opened, when they ask what is kept of them.
create index merchant_by_opener on merchant.merchant (opened_by) where opened_by is not null;
