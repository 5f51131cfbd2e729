create schema media;

-- Named by the hash of what is kept; the files lie in the data folder. Nothing of the file that was sent is kept.
create table media.picture (
    id          text primary key check (id ~ '^[0-9a-f]{64}$'),
    audience    text not null check (audience in ('EVERYBODY', 'OPERATORS')),
    width       int not null check (width > 0),
    height      int not null check (height > 0),
    uploaded_by uuid not null,
    created_at  timestamptz not null
);

-- The pictures of something: of a place, of an offer.
create table media.album (
    region_id  int not null,
    subject_id uuid not null,
    picture_id text not null references media.picture,
    position   int not null,
    added_at   timestamptz not null,
    primary key (region_id, subject_id, picture_id)
);
create index album_by_picture on media.album (picture_id);
