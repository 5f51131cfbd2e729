package org.townloop.growth;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What statements cost, by the act that they belong to: blocks and rows, which do not depend on how busy the machine is. */
final class Watch {

    /**
     * What a statement cost when it was dearest.
     *
     * @param blocks of tables and indexes, those that were in memory too
     * @param rows that were read, also those that turned out not to be wanted
     * @param reads the tables, each with how it was read and how many rows
     */
    record Cost(String sql, long blocks, long rows, String reads) {

        Cost orDearer(Cost other) {
            return other.rows > rows || other.rows == rows && other.blocks > blocks ? other : this;
        }
    }

    /** What the test itself asks. */
    static final String THIS_TEST = "(this test)";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, Map<String, Cost>> acts = new ConcurrentHashMap<>();
    private volatile @Nullable String act;

    /** What is asked from now on belongs to this act; null: nothing is watched. */
    void now(@Nullable String name) {
        act = name;
    }

    boolean isOn() {
        return act != null;
    }

    /** Forgets what was seen. */
    void clear() {
        acts.clear();
    }

    List<Cost> of(String name) {
        return List.copyOf(acts.getOrDefault(name, Map.of()).values());
    }

    List<String> acts() {
        return acts.keySet().stream().sorted().toList();
    }

    /** @param explained as {@code explain (analyze, buffers, format json)} prints it */
    void note(String sql, String explained) {
        var plan = JSON.readTree(explained).path(0).path("Plan");
        var reads = new StringBuilder();
        var cost = new Cost(sql, blocks(plan), rows(plan, reads), reads.toString());
        acts.computeIfAbsent(whose(), name -> new ConcurrentHashMap<>()).merge(sql, cost, Cost::orDearer);
    }

    /** What is asked for by a person is the act's; all else is done by itself. */
    private String whose() {
        var thread = Thread.currentThread().getName();
        if (thread.equals("main") || thread.startsWith("awaitility")) {
            return THIS_TEST;
        }
        var asked = act;
        if (thread.startsWith("tomcat-handler")) {
            return asked == null ? "(afterwards)" : asked;
        }
        return "(" + thread.replaceAll("[-0-9a-f]*\\d[-0-9a-f]*$", "").replaceAll("db-scheduler.*", "jobs") + ")";
    }

    private static long blocks(JsonNode plan) {
        return plan.path("Shared Hit Blocks").asLong(0)
                + plan.path("Shared Read Blocks").asLong(0);
    }

    private static long rows(JsonNode plan, StringBuilder reads) {
        var rows = 0L;
        if (plan.has("Relation Name")) {
            rows = read(plan);
            reads.append("; ").append(plan.path("Node Type").asString(""));
            reads.append(" of ").append(plan.path("Relation Name").asString(""));
            reads.append(
                    plan.has("Index Name") ? " by " + plan.path("Index Name").asString("") : "");
            reads.append(": ").append(rows);
        }
        for (var child : plan.path("Plans")) {
            rows += rows(child, reads);
        }
        return rows;
    }

    private static long read(JsonNode scan) {
        if (scan.path("Node Type").asString("").equals("ModifyTable")) {
            return 0;
        }
        var each = scan.path("Actual Rows").asDouble(0)
                + scan.path("Rows Removed by Filter").asDouble(0)
                + scan.path("Rows Removed by Index Recheck").asDouble(0);
        return Math.round(each * scan.path("Actual Loops").asDouble(1));
    }
}
