package org.townloop.surface;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What a shop has earned is on its way to its bank: the office reads in what the bank answers, the shop sees it, and says
 * where the next one goes. Of two shops, since each is paid once.
 */
@NeedsBrowser
@ExtendWith(OpenTown.Door.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PayoutBrowserTests {

    private final OpenTown town;
    private Chromium chromium;

    PayoutBrowserTests(OpenTown town) {
        this.town = town;
    }

    @BeforeAll
    void launch() {
        chromium = Chromium.launch();
    }

    @AfterAll
    void close() {
        chromium.close();
    }

    @ParameterizedTest
    @EnumSource(Tongue.class)
    void whatAShopHasEarnedIsPaidAndTheBankSaysSo(Tongue tongue) {
        var chinese = tongue == Tongue.CHINESE;
        try (var shop = Visitor.withoutScripts(chromium.browser(), town, tongue, 390);
                var office = Visitor.with(chromium.browser(), town, tongue, 1440)) {
            var holder = chinese ? "同心美发" : "河门酒店";
            shop.goTo("/sign-in").be(chinese ? "Tong Xin" : "Gu Yan", "main");
            shop.goTo("/desk/payouts");
            assertThat(shop.read("tbody")).contains(chinese ? "在途" : "On its way", chinese ? "已付" : "Paid");

            office.goTo("/sign-in").be("Shen Guang", "main");
            office.goTo("/office/payouts?region=willow-creek");
            office.press("#runs tbody tr:has(.tag.wait) a >> nth=0", "a[href$='file.xml']");
            var payout = "tbody tr:has(.tag.wait):has-text('" + holder + "')";
            var reference = office.all(payout + " code").first().innerText();
            var amount = office.all(payout + " .amount").first().innerText().replaceAll("[^0-9.]", "");
            office.goTo("/office/payouts?region=willow-creek");
            var answer = "reference,result,amount,currency\r\n" + reference + ",paid," + amount + ",CNY\r\n";
            office.find("#p-file")
                    .setInputFiles(new FilePayload("回单.CSV", "text/csv", answer.getBytes(StandardCharsets.UTF_8)));
            office.press("form[action='/office/payouts/answers'] button", "tbody .tag.good");
            assertThat(office.read("main")).contains(chinese ? "已付: 1" : "Paid: 1");

            shop.goTo("/desk/payouts");
            assertThat(shop.read("tbody")).doesNotContain(chinese ? "在途" : "On its way");
            shop.find("summary").click();
            shop.write("#holder-desk", "同心美发");
            shop.find("input[value=IBAN]").check();
            shop.write("#number-desk", "DE89 3704 0044 0532 0130 01");
            shop.press("form[action^='/desk/payouts/account'] button", ".say.bad");
            assertThat(shop.read(".say.bad")).contains(chinese ? "校验位" : "check digits");
            shop.write("#number-desk", "DE89 3704 0044 0532 0130 00");
            shop.press("form[action^='/desk/payouts/account'] button", ".say.good");
            assertThat(shop.read("main")).contains("•••• 3000", chinese ? "24 小时" : "24 hours");
            shop.goTo("/desk/statement");
            assertThat(shop.read("main")).contains(chinese ? "打款" : "Payout");
            office.goTo("/office/reconciliation?region=willow-creek");
        }
    }
}
