package org.townloop.launch.postgres;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What stands in the cluster's configuration.
 *
 * @param values by parameter name
 */
public record Settings(Map<String, String> values) {

    public Settings {
        values = Map.copyOf(values);
    }

    /** Reachable on loopback only; nothing acknowledged is lost; no personal data in PostgreSQL's log. */
    public static Settings usual() {
        return new Settings(Map.ofEntries(
                Map.entry("listen_addresses", "127.0.0.1"),
                Map.entry("unix_socket_directories", ""),
                Map.entry("fsync", "on"),
                Map.entry("synchronous_commit", "on"),
                Map.entry("full_page_writes", "on"),
                Map.entry("password_encryption", "scram-sha-256"),
                Map.entry("max_connections", "80"),
                Map.entry("shared_buffers", "256MB"),
                Map.entry(
                        "max_active_replication_origins",
                        "0"), // or a checkpoint writes a file, and dies on a full disk
                Map.entry("jit", "off"),
                Map.entry("timezone", "UTC"),
                Map.entry("log_timezone", "UTC"),
                Map.entry("log_checkpoints", "off"),
                Map.entry("log_min_error_statement", "panic"),
                Map.entry("log_error_verbosity", "terse")));
    }

    /** The same with some of them otherwise. */
    public Settings with(Map<String, String> others) {
        var merged = new LinkedHashMap<>(values);
        merged.putAll(others);
        return new Settings(merged);
    }

    String asFile() {
        return values.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getKey() + " = '" + entry.getValue().replace("'", "''") + "'\n")
                .collect(Collectors.joining());
    }
}
