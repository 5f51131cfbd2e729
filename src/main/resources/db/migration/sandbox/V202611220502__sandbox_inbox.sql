-- What the demo sends by text message and mail lands here, since nothing may leave the machine.
create table sandbox.message (
    id         text primary key, -- the sender's; one that comes again is the same one
    channel    text not null check (channel in ('SMS', 'MAIL')),
    recipient  text not null,
    subject    text not null,
    body       text not null,
    at         timestamptz not null
);
create index message_by_time on sandbox.message (at desc);
