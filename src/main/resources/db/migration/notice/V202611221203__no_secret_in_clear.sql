-- Links by which somebody pays stood here in clear. Who has not paid by one of them asks the place for another.
update notice.notice set facts = facts - 'path', occasion = id::text where kind = 'PAY_LINK';
update notice.delivery set facts = facts - 'path' where letter = 'PAY_LINK';
