package org.townloop.surface.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.townloop.TestPeople;
import org.townloop.TestTown;
import org.townloop.surface.PageClient;
import org.townloop.surface.SalonDay;
import org.townloop.surface.SalonPages;

/** From the sale to the bank and back: what the desk and the office show of it, in both languages. */
class PayoutPagesTests extends SalonPages {

    private static final Map<String, String> ACCOUNT = Map.of(
            "holder",
            "Tongxin Hair",
            "scheme",
            "IBAN",
            "number",
            "GB82 WEST 1234 5698 7654 32",
            "bankName",
            "",
            "bankCode",
            "");

    private PageClient owner;
    private PageClient operator;

    @BeforeEach
    void aVerifiedSalon() throws IOException {
        TestTown.jdbc()
                .sql("update merchant.merchant set verified_at = now() where region_id = ? and id = ?")
                .params(day.salon().region().number(), day.salon().merchant().value())
                .update();
        owner = PageClient.of(port, day.owner());
        operator = PageClient.of(port, TestPeople.inRole("OPERATOR", day.salon()));
    }

    @Test
    void whatWasSoldGoesToTheBankAndTheBankSaysSo() throws IOException {
        day.visited(day.paid(SalonDay.AT_THREE));
        assertThat(owner.get("/desk/payouts").words()).contains("we do not know where to");
        assertThat(entered(ACCOUNT).words()).contains("Saved.", "•••• 5432", "within the last 3 days");

        clock.move(Duration.ofDays(9));
        operator.post("/office/payouts", operator.get("/office/payouts"), Map.of("region", region(), "key", "run"));
        assertThat(owner.get("/desk/payouts").words()).contains("On its way", "¥121.60");
        assertThat(chinese("/desk/payouts").words()).contains("在途", "打款", "收款账户");
        assertThat(operator.get("/office/payouts").words()).contains("Runs", "on the way");

        var answer =
                "reference,result,amount,currency,reason\n" + reference() + ",paid,121.60,CNY,\nabc,paid,1.00,CNY,\n";
        var read = operator.get(uploaded(answer));
        assertThat(read.words()).contains("Paid: 1", "None of ours: nothing was done: 1");
        owner.get("/desk/payouts?lang=en");
        assertThat(owner.get("/desk/payouts").words()).contains("Paid", "your balance is zero");
        assertThat(owner.get("/desk/statement?from=2026-11-01&to=2026-12-31").words())
                .contains("Payout", "-¥121.60");
        operator.get("/office/payouts?lang=zh-CN");
        assertThat(operator.get("/office/payouts").words()).contains("打款批次", "银行回单");
    }

    @Test
    void whatTheBankReturnsIsNotedAtTheOfficeAndLookedAtAtTheDesk() throws IOException {
        day.visited(day.paid(SalonDay.AT_THREE));
        entered(ACCOUNT);
        clock.move(Duration.ofDays(9));
        operator.post("/office/payouts", operator.get("/office/payouts"), Map.of("region", region(), "key", "run"));
        uploaded("reference,result,amount,currency\n" + reference() + ",paid,121.60,CNY\n");
        var run = "/office/payouts/runs/" + one("run_id");

        var refused = operator.post(run + "/returned", operator.get(run), Map.of("payout", one("id"), "reason", " "));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.words()).contains("Write why the bank sent it back");
        operator.post(run + "/returned", operator.get(run), Map.of("payout", one("id"), "reason", "account closed"));
        assertThat(operator.get("/office/payouts").words())
                .contains("came back", "account closed", "Its payee has not yet said that the account is right");
        operator.get("/office/payouts?lang=zh-CN");
        assertThat(operator.get("/office/payouts").words()).contains("退汇", "收款人尚未确认账户无误");

        assertThat(owner.get("/desk/payouts").words()).contains("Returned", "account closed", "A payout came back");
        assertThat(owner.get("/desk/statement?from=2026-11-01&to=2026-12-31").words())
                .contains("Payout that the bank returned");
        var confirmed = owner.post(
                "/desk/payouts/account/confirmed",
                owner.get("/desk/payouts"),
                Map.of("place", day.place().toString()));
        assertThat(owner.follow(confirmed).words()).doesNotContain("A payout came back from this account");
    }

    @Test
    void aNumberThatIsMistypedIsKeptAndNamed() throws IOException {
        var wrong = new HashMap<>(ACCOUNT);
        wrong.put("number", "GB82 WEST 1234 5698 7654 33");
        wrong.put("place", day.place().toString());
        var page = owner.post("/desk/payouts/account", owner.get("/desk/payouts"), wrong);
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.words()).contains("check digits do not fit");
        assertThat(page.body()).contains("value=\"GB82 WEST 1234 5698 7654 33\"");
    }

    @Test
    void aPartnerEntersAnAccountOfItsOwn() throws IOException {
        var partner = PageClient.of(port, TestPeople.inRole("PARTNER", day.salon()));
        var typed = new HashMap<>(ACCOUNT);
        typed.put("region", region());
        var page = partner.follow(partner.post("/account/payouts", partner.get("/account/payouts"), typed));
        assertThat(page.words()).contains("•••• 5432");
        assertThat(partner.get("/account").body()).contains("/account/payouts");
        assertThat(owner.get("/account/payouts").status()).isEqualTo(404);
    }

    @Test
    void aMerchantReadsItsOwnPayoutsByTheApi() throws IOException {
        var path = "/api/merchants/" + day.salon().merchant().value() + "/payouts";
        assertThat(day.client().get(day.owner(), path).body().toString())
                .contains("\"waits\":\"NO_ACCOUNT\"", "\"payouts\":[]");
        assertThat(day.client().get(day.guest(), path).status()).isEqualTo(404);
    }

    /** Every line of the file and of the text of the paper, with a pencil. */
    @Test
    void theStatementAddsUpAsAListAndOnPaper() throws IOException {
        day.visited(day.paid(SalonDay.AT_THREE));
        day.visited(day.paid(SalonDay.AT_THREE.plus(Duration.ofHours(2))));
        var days = "?place=" + day.place() + "&from=2026-11-01&to=2026-11-30";

        var yours = owner.get("/desk/statement.csv" + days)
                .body()
                .lines()
                .map(line -> line.split(","))
                .filter(cells -> cells.length > 9 && cells[1].length() == 36)
                .map(cells -> new BigDecimal(cells[9]))
                .toList();
        assertThat(yours).hasSize(2);
        var sum = yours.stream().reduce(BigDecimal.ZERO, BigDecimal::add);

        var text = paper("/desk/statement.pdf" + days);
        var onPaper = Pattern.compile("Haircut.* 128\\.00 6\\.40 0\\.00 ([0-9.]+) [0-9.]+")
                .matcher(text)
                .results()
                .map(found -> new BigDecimal(found.group(1)))
                .toList();
        assertThat(onPaper).isEqualTo(yours);
        assertThat(text).contains("Opening", "0.00", "256.00 12.80 0.00 " + sum, "Tongxin");
        assertThat(text.lines()
                        .filter(line -> line.startsWith("Closing"))
                        .findFirst()
                        .orElse(text))
                .contains(sum.toString());
    }

    private String paper(String path) throws IOException {
        try (var http = HttpClient.newHttpClient();
                var pdf = Loader.loadPDF(http.send(
                                HttpRequest.newBuilder(at(path))
                                        .header("Cookie", cookies(owner))
                                        .build(),
                                BodyHandlers.ofByteArray())
                        .body())) {
            var reader = new PDFTextStripper();
            reader.setSortByPosition(true);
            return reader.getText(pdf);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private PageClient.Answer entered(Map<String, String> account) throws IOException {
        var typed = new HashMap<>(account);
        typed.put("place", day.place().toString());
        return owner.follow(owner.post("/desk/payouts/account", owner.get("/desk/payouts"), typed));
    }

    private PageClient.Answer chinese(String path) throws IOException {
        var answer = owner.get(path + "?lang=zh-CN");
        return answer.status() == 303 ? owner.follow(answer) : answer;
    }

    /** Where the result of the upload stands. */
    private String uploaded(String file) throws IOException {
        var page = operator.get("/office/payouts");
        var body = Map.of("_csrf", page.field("_csrf"), "region", region()).entrySet().stream()
                        .map(field -> "--b\r\nContent-Disposition: form-data; name=\"" + field.getKey() + "\"\r\n\r\n"
                                + field.getValue() + "\r\n")
                        .collect(Collectors.joining())
                + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"answer.csv\"\r\n\r\n" + file
                + "\r\n--b--\r\n";
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(
                    HttpRequest.newBuilder(at("/office/payouts/answers"))
                            .header("Cookie", cookies(operator))
                            .header("Content-Type", "multipart/form-data; boundary=b")
                            .POST(BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
            return URI.create(answer.headers().firstValue("Location").orElseThrow())
                    .getPath();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private String reference() {
        return one("id").replace("-", "");
    }

    private String one(String column) {
        return TestTown.jdbc()
                .sql("select " + column + "::text from payout.payout where owner_id = ?")
                .param(day.salon().merchant().value())
                .query(String.class)
                .single();
    }

    private static String region() {
        return "test-shanghai";
    }

    private URI at(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static String cookies(PageClient browser) {
        return List.copyOf(browser.cookies()).stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }
}
