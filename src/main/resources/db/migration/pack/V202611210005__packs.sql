create schema pack;

create table pack.version (
    pack_id      text not null check (pack_id ~ '^[a-z][a-z0-9-]{1,40}$'),
    version      int not null check (version > 0),
    content      jsonb not null,
    installed_at timestamptz not null,
    primary key (pack_id, version)
);

-- The version in which new offers are written; older ones keep their terms.
create table pack.current (
    pack_id text primary key,
    version int not null,
    foreign key (pack_id, version) references pack.version
);
