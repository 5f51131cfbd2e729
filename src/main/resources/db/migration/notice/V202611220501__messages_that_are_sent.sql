alter table notice.notice
    add occasion text not null default '', -- tells apart what may happen to a subject more than once
    drop constraint notice_kind_check,
    drop constraint notice_person_id_kind_subject_id_key,
    add constraint notice_kind_check check (kind in ('NEW_ORDER', 'PAID', 'REMINDER', 'CANCELLED', 'REFUNDED', 'REPLY',
        'CHANGED', 'WITHDRAWN_USED', 'CONFLICT', 'NO_SHOW', 'REVIEW_ASKED', 'MERCHANT_VERIFIED', 'PAY_LINK')),
    add constraint notice_told_once unique (person_id, kind, subject_id, occasion);

-- What is to be told when the time has come, and is not old news by then.
create table notice.later (
    person_id  uuid not null references identity.person,
    kind       text not null,
    subject_id uuid not null,
    due_at     timestamptz not null,
    facts      jsonb not null,
    primary key (person_id, kind, subject_id)
);
create index later_by_due on notice.later (due_at);
create index later_by_subject on notice.later (subject_id);

-- One row for each notice and channel, and for each code.
create table notice.delivery (
    id           uuid primary key, -- given to the gateway with each attempt
    region_id    int not null,
    notice_id    uuid references notice.notice on delete cascade, -- null for a code
    person_id    uuid references identity.person,
    letter       text not null,
    channel      text not null check (channel in ('SMS', 'MAIL', 'PUSH')),
    target       text not null,
    language     text not null check (language in ('en', 'zh-CN')),
    facts        jsonb not null, -- emptied at the end: it may have been a code
    urgent       boolean not null,
    state        text not null check (state in ('QUEUED', 'SENT', 'FAILED', 'SUPPRESSED')),
    attempts     int not null default 0 check (attempts >= 0),
    created_at   timestamptz not null,
    next_try_at  timestamptz, -- while somebody tries: the end of their lease
    give_up_at   timestamptz not null,
    finished_at  timestamptz,
    reference    text,
    last_error   text, -- our own words, naming nobody
    unique (notice_id, channel, target), -- a notice goes out once by each way
    check ((state = 'QUEUED') = (next_try_at is not null)),
    check ((state = 'QUEUED') = (finished_at is null))
);
create index delivery_due on notice.delivery (urgent desc, next_try_at) where state = 'QUEUED';
create index delivery_by_person on notice.delivery (person_id);
create index delivery_finished on notice.delivery (finished_at) where state <> 'QUEUED';

create table notice.preference (
    person_id uuid not null references identity.person,
    topic     text not null,
    channel   text not null check (channel in ('SMS', 'MAIL', 'PUSH')),
    wanted    boolean not null,
    chosen_at timestamptz not null,
    primary key (person_id, topic, channel)
);

create table notice.quiet_hours (
    person_id uuid primary key references identity.person,
    starts    time not null,
    ends      time not null -- equal to starts: none
);

-- A browser that shows notices (RFC 8030), with the keys that only it can read with (RFC 8291).
create table notice.subscription (
    id         uuid primary key,
    person_id  uuid not null references identity.person,
    endpoint   text not null unique check (length(endpoint) between 10 and 1000),
    p256dh     bytea not null check (length(p256dh) = 65),
    auth       bytea not null check (length(auth) = 16),
    created_at timestamptz not null
);
create index subscription_by_person on notice.subscription (person_id);

-- The operator's own words. The newest version counts; one without words goes back to those that were shipped.
create table notice.template (
    region_id  int not null references region.region,
    letter     text not null,
    language   text not null check (language in ('en', 'zh-CN')),
    version    int not null check (version > 0),
    title      text,
    brief      text,
    full_text  text,
    written_by uuid,
    written_at timestamptz not null,
    primary key (region_id, letter, language, version),
    check ((title is null) = (brief is null) and (title is null) = (full_text is null))
);
