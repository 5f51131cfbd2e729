-- What was told long ago is deleted in pieces, the oldest first.
create index notice_by_age on notice.notice (created_at);
