-- What an operator uploaded or made in the office, with its comments; a shipped version has its file.
alter table pack.version add column source text;
