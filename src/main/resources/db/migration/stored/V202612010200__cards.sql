create schema stored;

-- Gift vouchers, passes and balances that were sold. What is left on one is the balance of its account in the ledger, less
-- what is reserved; no row here says it.
create table stored.card (
    region_id   int not null,
    id          uuid not null,
    merchant_id uuid not null,
    place_id    uuid not null,
    kind        text not null check (kind in ('GIFT', 'PASS', 'BALANCE')),
    offer_id    uuid, -- of a pass: the one offer that it is good for
    uses        int check (uses between 2 and 100),
    worth_minor bigint not null check (worth_minor > 0), -- what it was sold for
    currency    char(3) not null,
    owner_id    uuid, -- null until a gift is claimed
    order_id    uuid not null, -- by which it was sold
    line        int not null,
    state       text not null default 'ACTIVE' check (state in ('ACTIVE', 'VOID', 'EXPIRED')),
    sold_at     timestamptz not null,
    expires_at  timestamptz,
    primary key (region_id, id),
    constraint sold_once unique (region_id, order_id, line),
    constraint a_pass_is_for_an_offer check ((kind = 'PASS') = (offer_id is not null and uses is not null)
        and num_nulls(offer_id, uses) in (0, 2)),
    constraint a_use_is_worth_something check (uses is null or worth_minor >= uses),
    constraint runs_out_after_its_sale check (expires_at > sold_at)
);
create index cards_of_an_owner on stored.card (owner_id, region_id, place_id) where owner_id is not null;
create index cards_of_a_place on stored.card (region_id, place_id, sold_at);
create index cards_of_a_merchant on stored.card (region_id, merchant_id, sold_at);
create index cards_that_run_out on stored.card (expires_at) where state = 'ACTIVE' and expires_at is not null;

-- What of a card is set aside for an order while its payment is under way. The payment is the intent that asks a gateway
-- for the rest, or has an id of its own if cards pay the whole. Only OPEN ones lessen what is left: what is USED stands in
-- the ledger.
create table stored.reservation (
    region_id    int not null,
    payment_id   uuid not null,
    order_id     uuid not null,
    card_id      uuid not null,
    amount_minor bigint not null check (amount_minor > 0),
    uses         int check (uses > 0), -- of a pass
    state        text not null default 'OPEN' check (state in ('OPEN', 'USED', 'FREED')),
    made_at      timestamptz not null,
    until        timestamptz not null, -- when the hold of its order runs out
    primary key (region_id, payment_id, order_id, card_id),
    foreign key (region_id, card_id) references stored.card (region_id, id)
);
-- An order takes something of a card once, however many payments were begun for it.
create unique index one_card_of_an_order_once on stored.reservation (region_id, order_id, card_id) where state <> 'FREED';
create index open_of_a_card on stored.reservation (region_id, card_id) where state = 'OPEN';
create index reservations_of_a_card on stored.reservation (region_id, card_id, made_at);
