create index visit_by_resident on visit.visit (resident_id, visited_at);
