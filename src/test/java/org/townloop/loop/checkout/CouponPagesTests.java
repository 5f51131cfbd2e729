package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.townloop.TestPeople;
import org.townloop.TownTest;
import org.townloop.loop.ordering.OrderId;
import org.townloop.surface.PageClient;

/** A coupon from the desk's form to the receipt, without scripts and in both languages. */
@TownTest
class CouponPagesTests extends CouponDay {

    @Test
    void aMerchantMakesOneAndAResidentUsesIt() throws IOException {
        var desk = PageClient.of(port, TestPeople.merchantOf(salon));
        var form = desk.get("/desk/coupons?place=" + salon.place().value());
        assertThat(form.words()).contains("No coupons yet");
        var wrong = desk.post("/desk/coupons", form, typed("percent", "120"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.words()).contains("1 to 99 per cent");
        assertThat(wrong.body()).contains("value=\"120\"", "value=\"SPRING\"");
        assertThat(desk.post("/desk/coupons", form, typed("amount", "10")).status())
                .isEqualTo(303);
        assertThat(desk.get("/desk/coupons?place=" + salon.place().value()).words())
                .contains("¥10 off from ¥50 on", "SPRING", "good now", "0 of 5 used");

        var browser = PageClient.of(port, person);
        var order = held(0).id().value();
        var checkout = browser.get("/orders/" + order + "/checkout");
        var refused = browser.post(
                "/orders/" + order + "/coupon", checkout, Map.of("coupon", "AUTUMN", "key", checkout.field("key")));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.words()).contains("There is no such coupon here", "Pay ¥128");
        assertThat(refused.body()).contains("value=\"AUTUMN\"");
        assertThat(browser.post(
                                "/orders/" + order + "/coupon",
                                refused,
                                Map.of("coupon", "spring", "key", refused.field("key")))
                        .status())
                .isEqualTo(303);
        var with = browser.get("/orders/" + order + "/checkout");
        assertThat(with.words()).contains("SPRING", "¥128", "-¥10", "Pay ¥118", "Take it off");
        paid(order);
        assertThat(browser.get("/orders/" + order + "/receipt").words()).contains("Coupon", "128.00", "118.00");
        assertThat(desk.get("/desk/coupons?place=" + salon.place().value() + "&lang=zh-CN")
                        .words())
                .contains("满 ¥50 减 ¥10", "可使用", "共 5 张，已用或正在付款 1 张");
        isSound();
    }

    @Test
    void whatIsOpenToAllIsOfferedWhereOnePaysAndTakenOffAgain() throws IOException {
        tenOff(null);
        var browser = PageClient.of(port, person);
        var order = held(0).id();
        var checkout = browser.get("/orders/" + order.value() + "/checkout");
        assertThat(checkout.words()).contains("¥10 off", "takes off ¥10 here");
        var sent = Map.of("coupon", checkout.field("coupon"), "off", checkout.field("off"), "key", "once");
        assertThat(browser.post("/orders/" + order.value() + "/coupon", checkout, sent)
                        .status())
                .isEqualTo(303);
        var with = browser.get("/orders/" + order.value() + "/checkout?lang=zh-CN");
        assertThat(with.words()).contains("优惠券", "立减 ¥10", "取下");
        var changed = new HashMap<>(sent);
        changed.put("off", "12000");
        changed.put("key", "again");
        assertThat(browser.post("/orders/" + order.value() + "/coupon", with, changed)
                        .status())
                .as("what it takes off is not the page's to say")
                .isEqualTo(422);
        assertThat(browser.post("/orders/" + order.value() + "/coupon/removal", with, Map.of("key", "off"))
                        .status())
                .isEqualTo(303);
        assertThat(orders.get(new OrderId(order.value())).total().minor()).isEqualTo(12_800);
        isSound();
    }

    private Map<String, String> typed(String off, String value) {
        return Map.of(
                "place",
                salon.place().value().toString(),
                off,
                value,
                "least",
                "50",
                "code",
                "SPRING",
                "until",
                "2026-12-20T12:00",
                "stock",
                "5",
                "each",
                "1");
    }
}
