package org.townloop.loop.payout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.townloop.Race;
import org.townloop.TestClock;
import org.townloop.TestTown;
import org.townloop.TownTest;
import org.townloop.base.identity.Actor;
import org.townloop.base.kernel.Outcome;

/** The files of a run, by the schema of ISO 20022, and what the bank answers. */
@TownTest
@Import(PayoutTown.class)
class BankFileTests {

    private static final String SCHEMA = "/pain.001.001.09.xsd";

    @Autowired
    private PayoutTown town;

    @Autowired
    private BankFiles files;

    @Autowired
    private BankAccounts accounts;

    @Autowired
    private PayoutSettings settings;

    @Autowired
    private BankAnswers answers;

    @Autowired
    private TestClock clock;

    private PayoutTown.Shop shop;
    private PayoutTown.Shop chinese;
    private Actor operator;
    private UUID run;

    @BeforeEach
    void aRunOfTwo() {
        clock.set(TestClock.START);
        town.payOut();
        shop = town.shop();
        chinese = town.shop();
        town.earn(shop, 12_345, PayoutTown.LONG_AGO);
        town.earn(chinese, 80_000, PayoutTown.LONG_AGO);
        accounts.enter(shop.owner(), PayoutTown.REGION, shop.payee(), PayoutTown.anIban("=cmd|' /C calc'!A0 & <b>"));
        accounts.enter(
                chinese.owner(),
                PayoutTown.REGION,
                chinese.payee(),
                new NewBankAccount("同心美发", BankAccount.Scheme.CN, "1100123456789012", "中国工商银行柳溪支行", "102100099996"));
        operator = town.operator(shop.salon());
        var setting = settings.own(PayoutTown.REGION);
        settings.save(
                operator,
                PayoutTown.REGION,
                new PayoutSetting(
                        null,
                        null,
                        null,
                        false,
                        new Debtor("Town of Tests", "DE89370400440532013000", null),
                        setting.version()));
        town.payOut();
        run = town.of(shop).getFirst().run();
    }

    @Test
    void theXmlIsAsIsoWantsIt() throws Exception {
        var xml = file(BankFiles.Format.XML);
        var factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        var schema = factory.newSchema(
                Objects.requireNonNull(BankFileTests.class.getResource(SCHEMA), "the schema is there"));
        schema.newValidator().validate(new StreamSource(new ByteArrayInputStream(xml)));
        var text = new String(xml, StandardCharsets.UTF_8);
        assertThat(text).contains("GB82WEST12345698765432", "同心美发", "102100099996", ">123.45<", ">800.00<");
        var sum = Pattern.compile("<InstdAmt Ccy=\"CNY\">([0-9.]+)<")
                .matcher(text)
                .results()
                .map(found -> new BigDecimal(found.group(1)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(text).contains("<CtrlSum>" + sum.toPlainString() + "</CtrlSum>");
    }

    @Test
    void takenAgainItIsTheSameFileWhateverWasSaidSince() {
        var first = file(BankFiles.Format.XML);
        var list = file(BankFiles.Format.CSV);
        accounts.enter(shop.owner(), PayoutTown.REGION, shop.payee(), PayoutTown.anIban("Another"));
        clock.move(Duration.ofHours(3));
        settings.save(
                operator,
                PayoutTown.REGION,
                new PayoutSetting(
                        null,
                        null,
                        null,
                        false,
                        new Debtor("Another town", "GB82WEST12345698765432", null),
                        settings.own(PayoutTown.REGION).version()));
        assertThat(file(BankFiles.Format.XML)).isEqualTo(first);
        assertThat(file(BankFiles.Format.CSV)).isEqualTo(list);
    }

    /** FAULTS 37. */
    @Test
    void noCellOfTheListBeginsAFormula() {
        var text = new String(file(BankFiles.Format.CSV), StandardCharsets.UTF_8);
        assertThat(text).contains("'=cmd|");
        for (var cell : text.replace("\r\n", ",").split(",")) {
            assertThat(cell.replace("\"", ""))
                    .doesNotStartWith("=")
                    .doesNotStartWith("+")
                    .doesNotStartWith("@");
        }
    }

    @Test
    void whatTheBankPaidIsPaidOnceHoweverOftenItSaysSo() {
        var line = list(shop, "paid", "123.45", "");
        assertThat(effects(line)).containsExactly(BankAnswer.Effect.PAID);
        assertThat(effects(line)).containsExactly(BankAnswer.Effect.REPEATED);
        assertThat(effects(list(shop, "failed", "123.45", "no"))).containsExactly(BankAnswer.Effect.CONTRADICTED);
        assertThat(town.of(shop).getFirst().state()).isEqualTo(PayoutState.PAID);
        assertThat(town.balance(shop)).isZero();
        assertThat(gatewayMoves(shop)).isOne();
    }

    @Test
    void whatItDidNotPayIsTheMerchantsAgainAndTold() {
        var answer =
                report(chinese, "RJCT", "<StsRsnInf><Rsn><Cd>AC04</Cd></Rsn><AddtlInf>closed</AddtlInf></StsRsnInf>");
        assertThat(effects(answer)).containsExactly(BankAnswer.Effect.FAILED);
        assertThat(effects(answer)).containsExactly(BankAnswer.Effect.REPEATED);
        assertThat(town.of(chinese).getFirst().failure()).isEqualTo("AC04: closed");
        assertThat(town.balance(chinese)).isEqualTo(80_000);
        var told = TestTown.jdbc()
                .sql("select count(*) from notice.notice where kind = 'PAYOUT_FAILED' and person_id = ?")
                .param(chinese.owner().person().value())
                .query(Long.class)
                .single();
        assertThat(told).isOne();
    }

    @Test
    void whatDoesNotFitIsListedAndDoesNothing() {
        assertThat(effects(list(shop, "paid", "123.46", ""))).containsExactly(BankAnswer.Effect.OTHER_AMOUNT);
        assertThat(effects(list(shop, "pending", "123.45", ""))).containsExactly(BankAnswer.Effect.NOT_FINAL);
        assertThat(effects("reference,result,amount,currency\nabc,paid,1.00,CNY\n" + UUID.randomUUID()
                        + ",paid,1.00,CNY\n"))
                .containsExactly(BankAnswer.Effect.UNKNOWN, BankAnswer.Effect.UNKNOWN);
        assertThat(town.of(shop).getFirst().state()).isEqualTo(PayoutState.ON_ITS_WAY);
        assertThat(answers.read(operator, PayoutTown.REGION, "x", "nonsense".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(answers.read(
                        operator,
                        PayoutTown.REGION,
                        "x",
                        "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><a>&e;</a>"
                                .getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void ofTwoAnswersAtOnceOneCounts() {
        var line = list(shop, "paid", "123.45", "");
        var effects = Race.of(6, hand -> effects(line).getFirst());
        assertThat(effects)
                .filteredOn(effect -> effect == BankAnswer.Effect.PAID)
                .hasSize(1);
        assertThat(effects)
                .filteredOn(effect -> effect == BankAnswer.Effect.REPEATED)
                .hasSize(5);
        assertThat(gatewayMoves(shop)).isOne();
    }

    private List<BankAnswer.Effect> effects(String file) {
        var outcome = answers.read(operator, PayoutTown.REGION, "a.csv", file.getBytes(StandardCharsets.UTF_8));
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        var id = ((Outcome.Done<BankAnswer>) outcome).value().id();
        return answers.get(operator, id).lines().stream()
                .map(BankAnswer.Line::effect)
                .toList();
    }

    private String list(PayoutTown.Shop of, String result, String amount, String reason) {
        return "reference,result,amount,currency,reason\r\n"
                + town.of(of).getFirst().reference() + "," + result + "," + amount + ",CNY," + reason + "\r\n";
    }

    private String report(PayoutTown.Shop of, String status, String reason) {
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt>
            <GrpHdr><MsgId>1</MsgId></GrpHdr><OrgnlGrpInfAndSts><GrpSts>PART</GrpSts></OrgnlGrpInfAndSts>
            <OrgnlPmtInfAndSts><TxInfAndSts><OrgnlEndToEndId>%s</OrgnlEndToEndId><TxSts>%s</TxSts>%s</TxInfAndSts>
            </OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>
            """.formatted(town.of(of).getFirst().reference(), status, reason);
    }

    private long gatewayMoves(PayoutTown.Shop of) {
        return TestTown.jdbc()
                .sql("select count(*) from ledger.transfer where kind = 'PAYOUT_PAID' and order_id = ?")
                .param(town.of(of).getFirst().id())
                .query(Long.class)
                .single();
    }

    private byte[] file(BankFiles.Format format) {
        var outcome = files.of(operator, run, format);
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<byte[]>) outcome).value();
    }
}
