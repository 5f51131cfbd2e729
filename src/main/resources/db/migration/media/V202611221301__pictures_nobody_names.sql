-- When somebody last said that it is to be kept: what nobody names a day later is cleared away.
alter table media.picture add column kept_at timestamptz;
update media.picture set kept_at = created_at;
alter table media.picture alter column kept_at set not null;
