create schema dispute;

-- For how many days after a visit its resident may object; a region that says nothing inherits it from above.
create table dispute.term (
    region_id int primary key references region.region,
    days      int not null check (days between 1 and 90)
);

-- A resident objects to an order. Who says what stands in dispute.word, what was decided in dispute.decision; the money is
-- in the ledger, moved by the transaction that writes what moves it.
create table dispute.dispute (
    region_id     int not null,
    id            uuid not null,
    order_id      uuid not null,
    resident_id   uuid not null references identity.person,
    merchant_id   uuid not null,
    place_id      uuid not null,
    state         text not null check (state in ('OPEN', 'ANSWERED', 'REFERRED', 'DECIDED', 'APPEALED', 'FINAL', 'SETTLED',
        'WITHDRAWN')),
    about         text not null check (about in ('NOT_AS_PROMISED', 'CLOSED_DOOR', 'WRONG_AMOUNT', 'DAMAGED', 'OTHER')),
    wanted        text not null check (wanted in ('ALL', 'PART', 'REDO')),
    wanted_minor  bigint not null check (wanted_minor >= 0),
    currency      char(3) not null,
    opened_at     timestamptz not null,
    due_at        timestamptz,  -- when it goes on by itself
    offered       text check (offered in ('AMOUNT', 'REDO')),
    offered_minor bigint check (offered_minor >= 0),
    referred_for  text check (referred_for in ('NO_ANSWER', 'NO_OFFER', 'DECLINED', 'NO_REPLY')),
    appealed_by   text check (appealed_by in ('RESIDENT', 'MERCHANT')),
    closed_at     timestamptz,
    primary key (region_id, id),
    foreign key (region_id, order_id) references ordering.orders,
    foreign key (region_id, place_id) references merchant.place,
    check ((wanted = 'REDO') = (wanted_minor = 0)),
    check ((offered is null) = (offered_minor is null)),
    check (state <> 'ANSWERED' or offered is not null),
    check ((state in ('FINAL', 'SETTLED', 'WITHDRAWN')) = (closed_at is not null))
);
-- One at a time, and none after a decision: only what was taken back or agreed on can be followed by another.
create unique index one_dispute_of_an_order on dispute.dispute (region_id, order_id)
    where state not in ('SETTLED', 'WITHDRAWN');
create index dispute_of_order on dispute.dispute (region_id, order_id, opened_at);
create index dispute_by_resident on dispute.dispute (resident_id, opened_at desc);
create index dispute_by_place on dispute.dispute (region_id, place_id, opened_at desc);
create index dispute_due on dispute.dispute (due_at) where state in ('OPEN', 'ANSWERED', 'DECIDED');
create index dispute_for_operators on dispute.dispute (region_id, opened_at) where state in ('REFERRED', 'APPEALED');

create table dispute.word (
    region_id  int not null,
    dispute_id uuid not null,
    number     int not null check (number between 1 and 40),
    side       text not null check (side in ('RESIDENT', 'MERCHANT')),
    author_id  uuid not null references identity.person,
    words      text, -- null once they are erased
    written_at timestamptz not null,
    primary key (region_id, dispute_id, number),
    foreign key (region_id, dispute_id) references dispute.dispute
);
create index word_by_author on dispute.word (author_id);

create table dispute.picture (
    region_id  int not null,
    dispute_id uuid not null,
    number     int not null, -- of the words it was sent with
    position   int not null check (position between 1 and 6),
    picture_id text not null,
    primary key (region_id, dispute_id, number, position),
    foreign key (region_id, dispute_id, number) references dispute.word
);
create index dispute_picture_by_picture on dispute.picture (picture_id);

-- Rows are added, never changed. The second opinion is another operator's.
create table dispute.decision (
    region_id      int not null,
    dispute_id     uuid not null,
    instance       int not null check (instance between 1 and 2),
    order_minor    bigint not null check (order_minor >= 0),    -- to the resident, of what was paid for the order
    platform_minor bigint not null check (platform_minor >= 0), -- to the resident, from the platform's own pocket
    merchant_minor bigint not null check (merchant_minor >= 0), -- to the merchant, from the platform's own pocket
    reasons        text not null,
    decided_by     uuid not null references identity.person,
    decided_at     timestamptz not null,
    primary key (region_id, dispute_id, instance),
    foreign key (region_id, dispute_id) references dispute.dispute,
    constraint two_operators unique (region_id, dispute_id, decided_by),
    check (instance = 2 or merchant_minor = 0)
);
create index decision_by_operator on dispute.decision (decided_by);
