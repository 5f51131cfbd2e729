-- Whoever proves a contact has it for themselves. Before that, and beside it, it may be written down for guests: staff hear
-- a number on the telephone, and nobody is kept from their own number by somebody who named it first.
alter table identity.contact
    drop constraint contact_pkey,
    add primary key (person_id, kind, value);
create unique index contact_proven_once on identity.contact (kind, value) where verified_at is not null;
create index contact_by_value on identity.contact (kind, value, created_at);
drop index identity.contact_by_person; -- the key begins with the person

-- The audit names nobody by what they are reached by, nor by what they call their devices.
update identity.audit set subject = split_part(subject, ' ', 1) where action = 'contact-removed';
update identity.audit set subject = 'passkey' where action = 'passkey-added';
