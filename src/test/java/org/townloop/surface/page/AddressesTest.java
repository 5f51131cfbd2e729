package org.townloop.surface.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.townloop.base.kernel.TownAddress;

class AddressesTest {

    @AfterEach
    void nobodyAsks() {
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    void theTownsOwnAddressCountsHoweverSomebodyCame() {
        asked("127.0.0.1");
        assertThat(addresses("https://town.example/").of("/pay/x")).isEqualTo("https://town.example/pay/x");
    }

    @Test
    void aTownThatHasNoneIsWhereItWasAskedFor() {
        asked("127.0.0.1");
        assertThat(addresses("").of("/pay/x")).isEqualTo("http://127.0.0.1:8080/pay/x");
        asked("localhost");
        assertThat(addresses("").of("/pay/x")).isEqualTo("http://localhost:8080/pay/x");
    }

    private static Addresses addresses(String url) {
        return new Addresses(new TownAddress(url, new MockEnvironment()));
    }

    private static void asked(String host) {
        var request = new MockHttpServletRequest("GET", "/counter/walk-in");
        request.setServerName(host);
        request.setServerPort(8080);
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
    }
}
