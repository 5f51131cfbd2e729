package org.townloop.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.util.ClassUtils;

/** A newer version of the counter comes while one is open and scans wait in it. */
class CounterUpdateBrowserTests extends InTheCellar {

    private static final String KEPT =
            "caches.keys().then(names => names.filter(name => name.startsWith('counter-')).join())";

    @Autowired
    ApplicationContext town;

    private String released = "";

    @AfterEach
    void takeBack() {
        ReflectionTestUtils.setField(shell(), "worker", released);
    }

    @Test
    void whatWaitsIsStillThereAfterTheNewVersionWasTakenAndIsSentByIt() throws IOException {
        released = worker();
        var order = day.paid(SalonDay.AT_THREE);
        try (var counter = device("Front")) {
            counter.open().known();
            var old = (String) counter.page().evaluate(KEPT);
            counter.telephone().context().route("**/api/redemptions", route -> route.abort());
            assertThat(counter.scan(day.token(order))).isEqualTo("good");
            assertThat(counter.waiting()).isOne();

            release("0123456789ab");
            counter.page()
                    .evaluate("navigator.serviceWorker.getRegistration('/counter').then(known => known.update())");
            counter.says("A newer version of the counter is here.");
            assertThat(counter.page().evaluate(KEPT))
                    .as("the old one until somebody says yes")
                    .isEqualTo(old + ",counter-0123456789ab");
            counter.page()
                    .waitForNavigation(
                            () -> counter.page().getByText("Use it now").click());

            counter.known();
            counter.page().locator(".status[data-waiting='1']").waitFor();
            assertThat(counter.page().evaluate(KEPT)).isEqualTo("counter-0123456789ab");
            assertThat(counter.isSaying("A newer version")).isFalse();
            counter.telephone().context().unroute("**/api/redemptions");
            counter.cutNetwork().sync();
            day.client().order(day.guest(), order, "SETTLED");
        }
    }

    private Object shell() {
        return town.getBean(ClassUtils.resolveClassName("org.townloop.surface.counter.Shell", null));
    }

    private String worker() {
        return (String) ReflectionTestUtils.invokeMethod(shell(), "worker");
    }

    private void release(String version) {
        var newer = released.replaceFirst("VERSION = \"\\w+\"", "VERSION = \"" + version + "\"");
        assertThat(newer).isNotEqualTo(released);
        ReflectionTestUtils.setField(shell(), "worker", newer);
    }
}
