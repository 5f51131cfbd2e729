-- What was sold at the price of a deal names it.
alter table ordering.line add column deal_id uuid;
create index line_of_deal on ordering.line (region_id, deal_id) where deal_id is not null;
