package org.townloop.launch;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What a person at the terminal is told once the town is open: where it is and as whom to look at it. */
final class Welcome {

    /** A front of the town. Only those that are there are named. */
    private record Front(String path, String name, String what, String signIns) {}

    private static final List<Front> FRONTS = List.of(
            new Front("/", "Portal 门户", "find, hold, pay, review", "demo-resident, demo-resident-2"),
            new Front("/counter", "Counter 核销台", "redeem a voucher", "demo-counter"),
            new Front("/desk", "Desk 商家工作台", "a shop's day and its statement", "demo-merchant"),
            new Front("/office", "Office 运营后台", "the loop in counts", "demo-partner, demo-operator"),
            new Front("/sandbox/inbox", "Inbox 收件箱", "codes and messages sent", "anybody"),
            new Front("/api", "API", "the same for programs", "Authorization: Bearer demo-resident …"));

    private final ApplicationContext context;
    private final String site;

    /** @param context one that serves */
    Welcome(ApplicationContext context) {
        this.context = context;
        this.site = "http://localhost:" + context.getEnvironment().getRequiredProperty("local.server.port");
    }

    String text() {
        return """

            Townloop is open: Willow Creek, a demo town.  小城圈开张：示范小镇柳溪。

            %s

            Choose whom to be at %s/sign-in.  在登录页选择演示身份即可。

            Data: %s, PostgreSQL %s, %s
            Open after %.1f s. Ctrl-C closes the town; what was done stays.  按 Ctrl-C 关闭，数据保留。
            """.formatted(
                        fronts(), site, data(), database().version(), database().durability(), secondsSinceStart());
    }

    private String fronts() {
        var paths = context
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .stream()
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .collect(Collectors.toSet());
        return FRONTS.stream()
                .filter(front -> isThere(front, paths))
                .map(this::line)
                .collect(Collectors.joining("\n"));
    }

    private static boolean isThere(Front front, Set<String> paths) {
        return paths.contains(front.path());
    }

    private String line(Front front) {
        return "  %s  %-38s %-32s %s"
                .formatted(padded(front.name()), site + front.path(), front.what(), front.signIns());
    }

    /** Padded to 18 columns; a Chinese character takes two of them. */
    private static String padded(String name) {
        var width = name.codePoints()
                .map(point -> Character.isIdeographic(point) ? 2 : 1)
                .sum();
        return name + " ".repeat(Math.max(0, 18 - width));
    }

    private String data() {
        return context.getBean(TownloopProperties.class)
                .data()
                .toAbsolutePath()
                .normalize()
                .toString();
    }

    private OpenDatabase database() {
        return context.getBean(OpenDatabase.class);
    }

    private static double secondsSinceStart() {
        return ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0;
    }
}
