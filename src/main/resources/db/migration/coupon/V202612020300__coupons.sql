create schema coupon;

-- What takes something off the price. Of a place: its merchant lets that much off. Of nobody's place: the platform pays it,
-- out of a budget. How many are out stands beside it, so that the row's lock is the only line for the last of them.
create table coupon.coupon (
    region_id    int not null,
    id           uuid not null,
    place_id     uuid, -- null: the platform's, good everywhere in the region
    code         text check (code = upper(code) and length(code) between 3 and 20), -- null: open to all
    amount_minor bigint check (amount_minor > 0),
    percent      int check (percent between 1 and 99),
    most_minor   bigint check (most_minor > 0), -- of a percentage: never more than that
    least_minor  bigint not null check (least_minor >= 0), -- from what price on
    currency     char(3) not null,
    offers       uuid[] not null, -- none: all of them
    from_at      timestamptz not null,
    until_at     timestamptz not null,
    stock        int not null check (stock between 1 and 100000),
    most_each    int not null check (most_each between 1 and 20),
    used         int not null default 0, -- held or used
    budget_minor bigint check (budget_minor > 0),
    spent_minor  bigint not null default 0, -- of the budget, without what came back
    stopped_at   timestamptz,
    made_at      timestamptz not null,
    primary key (region_id, id),
    foreign key (region_id, place_id) references merchant.place,
    constraint ends_after_it_begins check (from_at < until_at),
    constraint an_amount_or_a_percentage check (num_nonnulls(amount_minor, percent) = 1),
    constraint a_limit_is_of_a_percentage check (most_minor is null or percent is not null),
    constraint no_more_coupons_than_there_are check (used between 0 and stock),
    constraint whoever_pays_for_all_has_a_budget check ((place_id is null) = (budget_minor is not null)),
    constraint no_budget_is_overdrawn check (spent_minor >= 0 and spent_minor <= coalesce(budget_minor, 0))
);
-- Two that are typed the same would be told apart by nobody.
create unique index one_code_at_a_time on coupon.coupon (region_id, place_id, code) nulls not distinct
    where code is not null and stopped_at is null;
create index coupons_of_a_place on coupon.coupon (region_id, place_id, made_at desc);

-- An order has one coupon at most. A person has so many turns with one: each turn is theirs once.
create table coupon.use (
    region_id    int not null,
    order_id     uuid not null,
    coupon_id    uuid not null,
    person_id    uuid not null references identity.person,
    turn         int not null check (turn > 0),
    most_each    int not null, -- as it was then
    amount_minor bigint not null check (amount_minor > 0),
    back_minor   bigint not null default 0, -- what of it was not spent after all
    state        text not null check (state in ('HELD', 'USED', 'FREED')),
    made_at      timestamptz not null,
    primary key (region_id, order_id),
    foreign key (region_id, coupon_id) references coupon.coupon,
    constraint no_more_than_one_may_have check (turn <= most_each),
    constraint no_more_back_than_was_paid check (back_minor between 0 and amount_minor)
);
create unique index a_turn_is_taken_once on coupon.use (region_id, coupon_id, person_id, turn) where state <> 'FREED';
create index uses_of_a_coupon on coupon.use (region_id, coupon_id, made_at);
create index uses_of_a_person on coupon.use (person_id, made_at);
