-- What went back by the policy and what the platform gave on top are no more than was captured. What the payer's bank took
-- is refunded too, and counted apart: nobody here decides about it.
alter table ledger.order_total
    add column charged_back bigint not null default 0 check (charged_back between 0 and refunded);

update ledger.order_total t set charged_back = l.lost
from (select region_id, order_id, sum(amount_minor) as lost from ledger.transfer
      where kind = 'CHARGEBACK_LOST' group by region_id, order_id) l
where (l.region_id, l.order_id) = (t.region_id, t.order_id);

alter table ledger.order_total
    add constraint no_more_given_than_paid check (refunded - charged_back + goodwill <= captured);
