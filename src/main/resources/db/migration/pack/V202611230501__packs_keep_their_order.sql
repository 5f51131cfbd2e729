-- What offers say of themselves is shown in the order in which the pack names it. jsonb sorts keys by their length.
alter table pack.version alter column content type json;
