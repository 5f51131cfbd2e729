package org.townloop.loop.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.townloop.TestTown;

/** What was issued stays as it is: nothing of it is changed, and nothing is added. */
class IssuedForGoodTest {

    private static final String ANOTHER_LINE = """
        insert into invoice.line (region_id, document_id, line, kind, what, quantity, paid_minor, net_minor, tax_minor)
        select region_id, id, 9, 'SALE', '{"en": "A present"}'::jsonb, 1, 0, 0, 0 from invoice.document
        """;

    @Test
    void neitherWhatIsWrittenNorItsLinesAreChanged() {
        var database = NumberRaceTest.town(true);
        var source = TestTown.plain(database, database.app());
        NumberRaceTest.issue(source, new Numbers(JdbcClient.create(source), NumberRaceTest.HASTY), false);
        var owner = new JdbcTemplate(TestTown.plain(database, database.owner()));
        var app = new JdbcTemplate(source);
        for (var statement : List.of(
                "update invoice.document set because = 'x'",
                "delete from invoice.line",
                "delete from invoice.document",
                "update invoice.line set quantity = 2")) {
            assertThatThrownBy(() -> app.update(statement))
                    .as(statement)
                    .rootCause()
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> owner.update(statement)).as(statement).hasMessageContaining("credit note");
        }
    }

    /** Not even one that comes to nothing, by whomever. */
    @Test
    void noLineIsAddedToWhatIsIssued() {
        var database = NumberRaceTest.town(true);
        var source = TestTown.plain(database, database.app());
        NumberRaceTest.issue(source, new Numbers(JdbcClient.create(source), NumberRaceTest.HASTY), false);
        var owner = TestTown.plain(database, database.owner());
        for (var role : List.of(source, owner)) {
            assertThatThrownBy(() -> new JdbcTemplate(role).update(ANOTHER_LINE))
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("is issued: write a credit note");
        }
        new JdbcTemplate(owner).execute("alter table invoice.line disable trigger lines_with_their_document");
        assertThat(new JdbcTemplate(source).update(ANOTHER_LINE))
                .as("the control: without the trigger it is added")
                .isOne();
    }
}
