-- What could not be closed or called off is tried again later, and keeps no other back meanwhile.
alter table quote.quotation add column try_at timestamptz;
alter table quote.stage add column try_at timestamptz;
