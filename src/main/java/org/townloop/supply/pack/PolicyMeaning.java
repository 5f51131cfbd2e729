package org.townloop.supply.pack;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** Whether what is kept of payments makes sense: later costs more, and not coming no less than cancelling late. */
record PolicyMeaning(JsonNode content, PackMeaning faults) {

    private static final List<String> TIMED = List.of("appointment", "table");
    private static final List<String> DEPOSITED = List.of("appointment", "class", "table", "stay", "home-visit");

    void look() {
        int i = 0;
        for (var mode : content.path("modes")) {
            steps("/modes/" + i, mode);
            noShow("/modes/" + i, mode);
            deposit("/modes/" + i, mode);
            i++;
        }
    }

    private void steps(String at, JsonNode mode) {
        var steps = mode.path("cancellation");
        for (int i = 1; i < steps.size(); i++) {
            var step = at + "/cancellation/" + i;
            if (number(steps.get(i - 1), "minutesBeforeStart") <= number(steps.get(i), "minutesBeforeStart")) {
                faults.fault(
                        step + "/minutesBeforeStart",
                        "the times of the steps must fall: write the earliest step first",
                        "各档时间应依次减小：请先写最早的一档");
            }
            if (number(steps.get(i - 1), "keptPercent") >= number(steps.get(i), "keptPercent")) {
                faults.fault(
                        step + "/keptPercent",
                        "the shares of the steps must rise: who cancels later keeps no more",
                        "各档扣除比例应依次增大：取消越晚扣得越多");
            }
        }
        var last = steps.isEmpty() ? 0 : number(steps.get(steps.size() - 1), "keptPercent");
        if (mode.path("freeUntilPacked").asBoolean(false) && last > 0) {
            faults.fault(
                    at + "/cancellation",
                    "freeUntilPacked gives everything back until packing begins: keep 0 in the steps, or take it out",
                    "freeUntilPacked 表示备货前全额退款：各档的扣除比例应为 0，或删去 freeUntilPacked");
        }
        if (mode.has("keptPercentAfterStart") && number(mode, "keptPercentAfterStart") < last) {
            faults.fault(
                    at + "/keptPercentAfterStart",
                    "after the last step no less is kept than before: at least " + last,
                    "最后一档之后的扣除比例不能更小：至少 " + last);
        }
    }

    private void noShow(String at, JsonNode mode) {
        var after = mode.path("keptPercentAfterStart").asInt(100);
        if (mode.has("noShow") && number(mode.get("noShow"), "keptPercent") < after) {
            faults.fault(
                    at + "/noShow/keptPercent",
                    "who does not come gets no more than who cancels late: at least " + after,
                    "不来的人不应比临时取消的人拿回更多：至少 " + after);
        }
        if (TIMED.contains(mode.path("kind").asString(""))
                && mode.has("noShow")
                && !mode.get("noShow").has("graceMinutes")) {
            faults.fault(
                    at + "/noShow",
                    "graceMinutes is missing: how long does the place wait?",
                    "缺少 graceMinutes：商家等候多少分钟？");
        }
    }

    /** The rest is paid when it is had, to people who are there, at a time that is known. */
    private void deposit(String at, JsonNode mode) {
        if (!mode.has("deposit")) {
            return;
        }
        if (!DEPOSITED.contains(mode.path("kind").asString(""))) {
            faults.fault(
                    at + "/deposit",
                    "only what is booked at a time is sold for a deposit (" + String.join(", ", DEPOSITED)
                            + "): take it out",
                    "只有按时间预订的方式才能收订金（" + String.join("、", DEPOSITED) + "）：请删去");
        }
        var said = mode.get("deposit");
        rising(at + "/deposit/usual", "least", number(said, "least"), number(said, "usual"));
        rising(at + "/deposit/most", "usual", number(said, "usual"), number(said, "most"));
    }

    private void rising(String at, String lesser, int before, int number) {
        if (number < before) {
            faults.fault(at, "is below " + lesser + ": at least " + before, "小于 " + lesser + "：至少 " + before);
        }
    }

    private static int number(JsonNode node, String field) {
        return node.path(field).asInt(0);
    }
}
