package org.townloop.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.townloop.TestTown;

/** What the application's role may not do, so that a slip of the application cannot do it either (FAULTS 18). */
class RolesTests {

    private final JdbcTemplate app = new JdbcTemplate(TestTown.app());
    private final JdbcTemplate owner = new JdbcTemplate(TestTown.owner());

    @ParameterizedTest
    @ValueSource(strings = {"townloop_app", "townloop_owner"})
    void noRoleThatSignsInIsASuperuser(String role) {
        assertThat(owner.queryForObject(
                        "select rolsuper or rolcreaterole or rolreplication or rolbypassrls from pg_roles"
                                + " where rolname = ?",
                        Boolean.class,
                        role))
                .isFalse();
    }

    @Test
    void nobodySignsInWithoutAPassword() {
        var database = TestTown.database();
        var wrong = new org.townloop.launch.postgres.Database.Login("postgres", "");
        assertThatThrownBy(() -> TestTown.plain(database, wrong).getConnection())
                .hasMessageContaining("no pg_hba.conf entry");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ledger.transfer set amount_minor = 1",
                "delete from ledger.transfer",
                "truncate ledger.transfer",
                "update ledger.seal set hash = hash",
                "delete from ledger.seal",
                "alter table ledger.transfer disable trigger append_only",
                "drop table ledger.transfer",
                "update identity.audit set action = ''",
                "delete from offer.version",
                "update payout.answer set file = ''",
                "delete from payout.answer_line",
                "update payout.account_check set checked_at = now()",
                "update reconciliation.line set fee_minor = 0",
                "delete from payout.payout",
                "update payout.payout set amount_minor = 1",
                "update payout.payout set bank_account_id = owner_id",
                "delete from payout.run",
                "update payout.run set made_by = null",
                "delete from payout.bank_account",
                "update payout.bank_account set bank_code = ''",
                "update payout.bank_account set owner_id = id"
            })
    void theApplicationsRoleMayNotChangeWhatIsAppendOnly(String statement) {
        assertThatThrownBy(() -> app.execute(statement))
                .rootCause()
                .hasMessageMatching("(?s).*(permission denied|must be owner).*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ledger.transfer set amount_minor = 1",
                "delete from ledger.transfer",
                "truncate ledger.transfer"
            })
    void aSlipOfTheOwnersIsRefusedByTheTableItself(String statement) {
        assertThatThrownBy(() -> owner.execute(statement)).rootCause().hasMessageContaining("append-only");
    }

    @Test
    void theApplicationsRoleMakesNoTables() {
        assertThatThrownBy(() -> app.execute("create table ledger.mine (id int)"))
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> app.execute("create schema mine"))
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    /** The control: what is not append-only may be changed, so that the refusals above tell something. */
    @Test
    void theApplicationsRoleWorksWithRows() {
        assertThat(app.update("delete from ledger.account where false")).isZero();
        assertThat(app.update("update ledger.order_total set refunded = 0 where false"))
                .isZero();
        assertThat(app.update("update payout.payout set state = 'PAID' where false"))
                .isZero();
        assertThat(app.update("update payout.bank_account set ended_at = now() where false"))
                .isZero();
    }
}
