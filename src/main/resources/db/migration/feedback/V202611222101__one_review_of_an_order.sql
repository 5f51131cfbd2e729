-- Of each offer of an order a person says once how it was, however many units of it were had and whenever. Of what was
-- written before this was so, the first counts as the order's; what was written after it stays as it is, of no order.
alter table feedback.review add order_id uuid;

with first as (
    select distinct on (v.region_id, v.order_id, r.offer_id, r.resident_id) r.region_id, r.visit_id, v.order_id
    from feedback.review r
    join visit.visit v on v.region_id = r.region_id and v.id = r.visit_id
    order by v.region_id, v.order_id, r.offer_id, r.resident_id, r.created_at, r.visit_id)
update feedback.review r
set order_id = first.order_id
from first
where r.region_id = first.region_id and r.visit_id = first.visit_id;

create unique index review_of_order on feedback.review (region_id, order_id, offer_id, resident_id);
