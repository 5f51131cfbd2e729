-- A refund that its gateway refuses is owed until it goes on: asked for again as another attempt, paid otherwise, or had
-- already by a chargeback.
alter table payment.refund
    drop constraint refund_state_check,
    add constraint refund_state_check check (state in
        ('UNKNOWN', 'SUCCEEDED', 'FAILED', 'ASKED_AGAIN', 'PAYING_OTHERWISE', 'PAID_OTHERWISE', 'CHARGED_BACK')),
    add column failure text check (failure in ('ACCOUNT_CLOSED', 'TOO_OLD', 'BALANCE', 'OTHER'));

update payment.refund set failure = 'OTHER' where state = 'FAILED';

alter table payment.refund add constraint only_what_failed_goes_on
    check ((failure is null) = (state in ('UNKNOWN', 'SUCCEEDED')));
drop index payment.refund_failed;
create index refund_refused on payment.refund (region_id, created_at) where failure is not null;

-- How it goes on: one row for each, so that nothing is both asked for again and paid otherwise, nor either of them twice.
create table payment.way_on (
    region_id    int not null,
    refund_id    uuid not null,
    attempt_id   uuid, -- asked for again: the attempt that took its place
    reference    text check (char_length(reference) between 1 and 140), -- paid otherwise: by which the bank names it
    entered_by   uuid not null,
    entered_at   timestamptz not null,
    confirmed_by uuid,
    confirmed_at timestamptz,
    primary key (region_id, refund_id),
    unique (region_id, attempt_id),
    foreign key (region_id, refund_id) references payment.refund,
    foreign key (region_id, attempt_id) references payment.refund,
    check ((attempt_id is null) <> (reference is null)),
    check ((confirmed_by is null) = (confirmed_at is null)),
    constraint confirmed_only_if_paid_otherwise check (confirmed_by is null or reference is not null),
    constraint confirmed_by_another check (confirmed_by <> entered_by)
);
