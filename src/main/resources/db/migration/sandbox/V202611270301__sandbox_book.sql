-- What this gateway has booked, a line for each movement: its report of a day is read from here.
create table sandbox.entry (
    number       bigint generated always as identity primary key,
    day          date not null, -- in UTC
    kind         text not null check (kind in ('PAYMENT', 'REFUND', 'DISPUTE', 'DISPUTE_REVERSED', 'FEE')),
    id           text not null, -- of the payment, the refund or the dispute
    reference    text, -- the merchant's own name for it
    amount_minor bigint not null check (amount_minor > 0),
    fee_minor    bigint not null default 0 check (fee_minor >= 0),
    currency     char(3) not null,
    at           timestamptz not null
);
create index entry_by_day on sandbox.entry (day, number);
-- a payment is captured once, a refund is made once, a dispute is taken once and reversed once
create unique index entry_once on sandbox.entry (kind, id);

insert into sandbox.entry (day, kind, id, reference, amount_minor, currency, at)
select (created_at at time zone 'UTC')::date, 'PAYMENT', id, reference, amount_minor, currency, created_at
from sandbox.payment where state = 'CAPTURED' order by created_at;

insert into sandbox.entry (day, kind, id, reference, amount_minor, currency, at)
select (r.created_at at time zone 'UTC')::date, 'REFUND', r.id, r.reference, r.amount_minor, p.currency, r.created_at
from sandbox.refund r join sandbox.payment p on p.id = r.payment_id order by r.created_at;
