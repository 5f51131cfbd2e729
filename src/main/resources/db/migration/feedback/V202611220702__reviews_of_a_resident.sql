-- All that somebody wrote is found when they take it with them or take it back.
create index review_by_resident on feedback.review (resident_id, created_at);
