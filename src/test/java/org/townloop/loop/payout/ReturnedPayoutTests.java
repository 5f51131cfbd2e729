package org.townloop.loop.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.townloop.Race;
import org.townloop.TestClock;
import org.townloop.TestTown;
import org.townloop.TownTest;
import org.townloop.base.identity.Actor;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;

/** What the bank had paid comes back: by its files, or as somebody at the office says; never twice, in whatever order. */
@TownTest
@Import(PayoutTown.class)
class ReturnedPayoutTests {

    @Autowired
    private PayoutTown town;

    @Autowired
    private BankAnswers answers;

    @Autowired
    private ReturnedPayouts returned;

    @Autowired
    private BankAccounts accounts;

    @Autowired
    private Payouts payouts;

    @Autowired
    private TestClock clock;

    private PayoutTown.Shop shop;
    private Actor operator;
    private Payout payout;

    @BeforeEach
    void aPayoutOnItsWay() {
        clock.set(TestClock.START);
        shop = town.shopWith(12_345);
        operator = town.operator(shop.salon());
        town.payOut();
        payout = town.of(shop).getFirst();
    }

    @Test
    void whatIsRejectedAfterItWasPaidComesBackOnceAndTheAccountIsDoubted() {
        assertThat(effects(report("ACSC"))).containsExactly(BankAnswer.Effect.PAID);
        assertThat(effects(report("RJCT"))).containsExactly(BankAnswer.Effect.RETURNED);
        assertThat(effects(report("RJCT"))).containsExactly(BankAnswer.Effect.REPEATED);
        assertThat(effects(report("ACSC"))).as("the first file once more").containsExactly(BankAnswer.Effect.REPEATED);
        assertThat(now().state()).isEqualTo(PayoutState.RETURNED);
        assertThat(town.balance(shop)).isEqualTo(12_345);
        assertThat(transfers()).containsExactly("PAYOUT", "PAYOUT_PAID", "PAYOUT_RETURNED");
        assertThat(payouts.outlook(PayoutTown.REGION, shop.payee()).waits()).isEqualTo(Payouts.Waits.ACCOUNT_DOUBTED);
        assertThat(told()).isOne();
    }

    @Test
    void aListSaysReturnedOfWhatWasPaidAndOfWhatNeverWas() {
        assertThat(effects(list("paid") + line("returned")))
                .containsExactly(BankAnswer.Effect.PAID, BankAnswer.Effect.RETURNED);
        assertThat(transfers()).containsExactly("PAYOUT", "PAYOUT_PAID", "PAYOUT_RETURNED");
        var other = town.shopWith(5_000);
        town.payOut();
        payout = town.of(other).getFirst();
        assertThat(effects("reference,result,amount,currency\r\n" + payout.reference() + ",退汇,50.00,CNY\r\n"))
                .containsExactly(BankAnswer.Effect.FAILED);
        assertThat(town.balance(other)).isEqualTo(5_000);
    }

    @Test
    void aStatementOfTheAccountTellsWhatCameBackAndIsNoAnswerOtherwise() {
        effects(list("paid"));
        assertThat(effects(statement("DBIT", "", "BOOK"))).containsExactly(BankAnswer.Effect.NOT_FINAL);
        var why = "<RtrInf><Rsn><Cd>AC04</Cd></Rsn><AddtlInf>closed</AddtlInf></RtrInf>";
        assertThat(effects(statement("CRDT", why, "PDNG"))).containsExactly(BankAnswer.Effect.NOT_FINAL);
        assertThat(effects(statement("CRDT", why, "BOOK"))).containsExactly(BankAnswer.Effect.RETURNED);
        assertThat(now().failure()).isEqualTo("AC04: closed");
    }

    @Test
    void lessThanWasPaidIsListedAndMovesNothing() {
        effects(list("paid"));
        assertThat(effects(list("returned").replace("123.45", "120.00")))
                .containsExactly(BankAnswer.Effect.OTHER_AMOUNT);
        assertThat(town.balance(shop)).isZero();
    }

    @Test
    void somebodyAtTheOfficeSaysSoOfWhatWasPaidOnly() {
        assertThat(returned.mark(operator, payout.id(), "closed"))
                .isEqualTo(Outcome.refused(PayoutReason.PAYOUT_NOT_PAID));
        effects(list("paid"));
        assertThat(returned.mark(operator, payout.id(), " "))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(((Refusal) refused.refusal()).reason())
                                .isEqualTo(PayoutReason.RETURN_REASON_INVALID));
        assertThatThrownBy(() -> returned.mark(shop.owner(), payout.id(), "closed"))
                .isInstanceOf(Absent.class);
        assertThat(returned.mark(operator, payout.id(), "closed")).isEqualTo(Outcome.done(payout.run()));
        assertThat(now().failure()).isEqualTo("closed");
    }

    @Test
    void theBanksFileAndTheOfficeAtOnceGiveItBackOnce() {
        effects(list("paid"));
        Race.of(Stream.<Runnable>of(
                () -> effects(list("returned")),
                () -> returned.mark(operator, payout.id(), "by hand"),
                () -> effects(report("RJCT")),
                () -> returned.mark(operator, payout.id(), "by hand")));
        assertThat(town.balance(shop)).isEqualTo(12_345);
        assertThat(told()).isOne();
    }

    @Test
    void nothingGoesThereUntilThePayeeHasLookedAtIt() {
        effects(list("paid") + line("returned"));
        clock.move(Duration.ofDays(8));
        town.payOut();
        assertThat(town.of(shop)).hasSize(1);
        assertThatThrownBy(() -> accounts.confirm(operator, PayoutTown.REGION, shop.payee()))
                .isInstanceOf(Absent.class);
        accounts.confirm(shop.owner(), PayoutTown.REGION, shop.payee());
        town.payOut();
        assertThat(town.of(shop)).hasSize(2);
        assertThat(town.balance(shop)).isZero();
    }

    @Test
    void typingTheSameAccountAgainSaysThatItIsRight() {
        effects(list("paid") + line("returned"));
        town.enter(shop);
        assertThat(payouts.outlook(PayoutTown.REGION, shop.payee()).waits()).isNull();
    }

    private Payout now() {
        return town.of(shop).getFirst();
    }

    private List<BankAnswer.Effect> effects(String file) {
        var outcome = answers.read(operator, PayoutTown.REGION, "a", file.getBytes(StandardCharsets.UTF_8));
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<BankAnswer>) outcome)
                .value().lines().stream().map(BankAnswer.Line::effect).toList();
    }

    private String list(String result) {
        return "reference,result,amount,currency,reason\r\n" + line(result);
    }

    private String line(String result) {
        return payout.reference() + "," + result + ",123.45,CNY,no such account\r\n";
    }

    private String report(String status) {
        return """
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt><OrgnlPmtInfAndSts>
            <TxInfAndSts><OrgnlEndToEndId>%s</OrgnlEndToEndId><TxSts>%s</TxSts></TxInfAndSts>
            </OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>
            """.formatted(payout.reference(), status);
    }

    private String statement(String side, String why, String state) {
        return """
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.08"><BkToCstmrDbtCdtNtfctn><Ntfctn>
            <Ntry><Amt Ccy="CNY">999.00</Amt><CdtDbtInd>%1$s</CdtDbtInd><Sts><Cd>%3$s</Cd></Sts><NtryDtls>
            <TxDtls><Refs><EndToEndId>%2$s</EndToEndId></Refs><Amt Ccy="CNY">123.45</Amt><CdtDbtInd>%1$s</CdtDbtInd>%4$s</TxDtls>
            <TxDtls><Refs><EndToEndId>somebody else's</EndToEndId></Refs><Amt Ccy="CNY">5.00</Amt></TxDtls>
            </NtryDtls></Ntry></Ntfctn></BkToCstmrDbtCdtNtfctn></Document>
            """.formatted(side, payout.reference(), state, why);
    }

    private List<String> transfers() {
        return TestTown.jdbc()
                .sql("select kind from ledger.transfer where order_id = ? order by kind")
                .param(payout.id())
                .query((row, number) -> row.getString(1))
                .list();
    }

    private long told() {
        return TestTown.jdbc()
                .sql("select count(*) from notice.notice where kind = 'PAYOUT_RETURNED' and subject_id = ?")
                .param(payout.id())
                .query(Long.class)
                .single();
    }
}
