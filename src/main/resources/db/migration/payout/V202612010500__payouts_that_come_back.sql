-- What the bank had paid comes back: the payee has it again, and says that its account is right before it is paid there anew.
alter table payout.payout
    add column returned_at timestamptz,
    drop constraint payout_state_check,
    add constraint payout_state_check check (state in ('ON_ITS_WAY', 'PAID', 'FAILED', 'RETURNED')),
    drop constraint failed_for_a_reason,
    add constraint failed_for_a_reason check ((state in ('FAILED', 'RETURNED')) = (failure is not null)),
    add constraint returned_in_time check ((state = 'RETURNED') = (returned_at is not null));
drop index payout.payouts_that_failed;
create index payouts_that_failed on payout.payout (region_id, coalesce(returned_at, decided_at))
    where state in ('FAILED', 'RETURNED');
create index payouts_that_came_back on payout.payout (region_id, bank_account_id) where state = 'RETURNED';

-- That a payee has looked at its account after a payout came back from there.
create table payout.account_check (
    region_id  int not null,
    payout_id  uuid not null,
    checked_by uuid not null,
    checked_at timestamptz not null,
    primary key (region_id, payout_id),
    foreign key (region_id, payout_id) references payout.payout
);
create index accounts_checked_by on payout.account_check (checked_by);

alter table payout.answer_line
    drop constraint answer_line_outcome_check,
    add constraint answer_line_outcome_check check (outcome in
        ('PAID', 'FAILED', 'RETURNED', 'REPEATED', 'CONTRADICTED', 'OTHER_AMOUNT', 'UNKNOWN', 'NOT_FINAL'));
