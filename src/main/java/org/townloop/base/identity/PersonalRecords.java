package org.townloop.base.identity;

import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what is kept of a person, for that person. */
@Component
public class PersonalRecords {

    /** Read at a time: whoever takes them slowly keeps neither a connection nor the memory. */
    private static final int PAGE = 500;

    private final JdbcClient jdbc;

    PersonalRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Hands over each row as a JSON object, in the order of time.
     *
     * @return how many
     */
    public long read(Kept kept, PersonId person, Consumer<String> row) {
        long count = 0;
        for (List<String> page = page(kept, person, 0); !page.isEmpty(); page = page(kept, person, count)) {
            page.forEach(row);
            count += page.size();
            if (page.size() < PAGE) {
                break;
            }
        }
        return count;
    }

    private List<String> page(Kept kept, PersonId person, long from) {
        return jdbc.sql("select row_to_json(r)::text from (" + kept.shown() + ") r offset :from limit :page")
                .param("person", person.value())
                .param("from", from)
                .param("page", PAGE)
                .query((row, number) -> String.valueOf(row.getString(1)))
                .list();
    }
}
