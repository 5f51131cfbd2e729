create schema quote;

-- Somebody asks a place what something would cost. Where they live, and what they wrote of it, is theirs: it goes with
-- their account, and some time after the matter is closed.
create table quote.request (
    region_id     int not null,
    id            uuid not null,
    number        int not null check (number > 0), -- of the place: what its papers are called by
    resident_id   uuid not null references identity.person,
    merchant_id   uuid not null,
    place_id      uuid not null,
    offer_id      uuid not null,
    offer_version int not null,
    title         jsonb not null,
    state         text not null check (state in ('ASKED', 'SURVEY_PROPOSED', 'SURVEY_AGREED', 'OFFERED', 'ACCEPTED',
        'DONE', 'DECLINED', 'EXPIRED', 'WITHDRAWN', 'CALLED_OFF')),
    answers       jsonb not null,
    words         text, -- null once they are forgotten
    wished        text,
    phone         text,
    address       text,
    destination   text,
    asked_at      timestamptz not null,
    answer_by     timestamptz not null,
    survey_staff  uuid, -- who comes to look, once a time is agreed
    survey_at     timestamptz,
    survey_ends   timestamptz,
    reason        text, -- why it was declined or called off
    closed_at     timestamptz,
    primary key (region_id, id),
    unique (region_id, place_id, number),
    foreign key (region_id, place_id) references merchant.place,
    foreign key (region_id, offer_id, offer_version) references offer.version,
    check ((state in ('DONE', 'DECLINED', 'EXPIRED', 'WITHDRAWN', 'CALLED_OFF')) = (closed_at is not null))
);
create index request_by_resident on quote.request (resident_id, asked_at desc);
create index request_by_place on quote.request (region_id, place_id, asked_at desc);
create index request_closed on quote.request (closed_at) where closed_at is not null and words is not null;

create table quote.photo (
    region_id  int not null,
    request_id uuid not null,
    position   int not null check (position between 1 and 8),
    picture_id text not null,
    primary key (region_id, request_id, position),
    foreign key (region_id, request_id) references quote.request
);
create index photo_by_picture on quote.photo (picture_id);

create table quote.message (
    region_id  int not null,
    request_id uuid not null,
    number     int not null check (number > 0),
    author_id  uuid not null references identity.person,
    by_staff   boolean not null,
    words      text not null,
    written_at timestamptz not null,
    primary key (region_id, request_id, number),
    foreign key (region_id, request_id) references quote.request
);
create index message_by_author on quote.message (author_id);

-- When somebody could come and look. Nobody is taken for it before the resident has chosen one.
create table quote.survey_time (
    region_id  int not null,
    request_id uuid not null,
    number     int not null check (number between 1 and 3),
    staff_id   uuid not null,
    starts_at  timestamptz not null,
    minutes    int not null check (minutes between 15 and 240),
    primary key (region_id, request_id, number),
    foreign key (region_id, request_id) references quote.request
);

-- A written offer. A newer one takes the place of what was not accepted; what was accepted stays as it is.
create table quote.quotation (
    region_id   int not null,
    id          uuid not null,
    request_id  uuid not null,
    version     int not null check (version > 0),
    state       text not null check (state in ('OPEN', 'SUPERSEDED', 'HELD', 'ACCEPTED', 'CLOSED')),
    lines       jsonb not null,
    total_minor bigint not null check (total_minor > 0),
    currency    char(3) not null,
    note        text not null,
    valid_until timestamptz not null,
    starts_at   timestamptz not null,
    minutes     int not null check (minutes between 15 and 1440), -- of each day
    days        int not null check (days between 1 and 10),
    people      uuid[] not null check (cardinality(people) > 0),
    written_by  uuid not null references identity.person,
    written_at  timestamptz not null,
    accepted_at timestamptz,
    primary key (region_id, id),
    unique (region_id, request_id, version),
    foreign key (region_id, request_id) references quote.request,
    check ((state = 'ACCEPTED') = (accepted_at is not null))
);
-- Whatever runs beside it: of one request at most one offer can be accepted, or is.
create unique index one_quotation_of_a_request on quote.quotation (region_id, request_id)
    where state in ('OPEN', 'HELD', 'ACCEPTED');
create index quotation_running_out on quote.quotation (valid_until) where state = 'OPEN';
create index quotation_by_author on quote.quotation (written_by);

-- What is paid when. Each stage is an order of its own, once it is paid for or somebody is about to.
create table quote.stage (
    region_id    int not null,
    quotation_id uuid not null,
    stage        int not null check (stage between 1 and 5),
    name         text not null,
    amount_minor bigint not null check (amount_minor > 0),
    due          text not null check (due in ('AT_ACCEPTANCE', 'BEFORE_WORK', 'WHEN_DONE')),
    days_before  int not null check (days_before between 0 and 60),
    due_at       timestamptz, -- null: not known yet
    told_at      timestamptz, -- when the resident was told that it is due
    order_id     uuid,
    calling_off  boolean not null default false, -- its order is to be called off as soon as that can be done
    everything_back boolean not null default false, -- the place calls it off: nothing is kept
    primary key (region_id, quotation_id, stage),
    foreign key (region_id, quotation_id) references quote.quotation,
    check ((stage = 1) = (due = 'AT_ACCEPTANCE'))
);
create unique index stage_by_order on quote.stage (region_id, order_id) where order_id is not null;
create index stage_to_tell on quote.stage (due_at) where due_at is not null and told_at is null;
create index stage_calling_off on quote.stage (region_id, quotation_id) where calling_off;

create or replace function quote.accepted_stays() returns trigger language plpgsql as $$
begin
    if (old.lines, old.total_minor, old.currency, old.note, old.valid_until, old.starts_at, old.minutes, old.days,
            old.people, old.version, old.request_id)
        is distinct from (new.lines, new.total_minor, new.currency, new.note, new.valid_until, new.starts_at,
            new.minutes, new.days, new.people, new.version, new.request_id) then
        raise exception 'a written offer stays as it was written: %', old.id;
    end if;
    return new;
end $$;
create trigger accepted_stays before update on quote.quotation for each row execute function quote.accepted_stays();
