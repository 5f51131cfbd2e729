-- A nonce is the name of one scan. What was asked under it is known again by the hash of its token: the token itself is
-- kept nowhere, because it opens the voucher.
alter table voucher.scan        add token_hash text;
alter table voucher.quarantined add token_hash text;

-- Numbers that never came and that somebody at the desk has looked into: how many, and up to which number.
alter table voucher.device
    add dismissed    bigint not null default 0 check (dismissed >= 0),
    add dismissed_to bigint not null default 0;

-- A stolen device signs as much as its finder likes. What is kept of it is counted in its own row, which whoever adds
-- to it locks; the checks hold even where somebody did not.
alter table voucher.device
    add quarantined       int not null default 0,
    add quarantined_bytes int not null default 0,
    add overflowed_at     timestamptz; -- since when something was left out
update voucher.device d
set quarantined = least(kept.scans, 1000), quarantined_bytes = least(kept.bytes, 262144)
from (select region_id, device_id, count(*) as scans, sum(octet_length(nonce) + 200) as bytes
      from voucher.quarantined group by region_id, device_id) kept
where kept.region_id = d.region_id and kept.device_id = d.id;
alter table voucher.device
    add constraint quarantine_is_small check (quarantined between 0 and 1000),
    add constraint quarantine_is_light check (quarantined_bytes between 0 and 262144);

-- The desk asks for conflicts that nobody has looked into: the others are history.
create index scan_conflict_open on voucher.scan (region_id, place_id, at)
    where outcome = 'CONFLICT' and looked_into_at is null;
drop index voucher.scan_conflict;
-- The figures ask which devices were not seen for long.
create index device_unseen on voucher.device (coalesce(synced_at, enrolled_at)) where revoked_at is null;
