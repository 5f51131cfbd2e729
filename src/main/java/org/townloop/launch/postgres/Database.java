package org.townloop.launch.postgres;

/**
 * Where the database is and who signs in.
 *
 * @param owner makes tables; used by migrations only
 * @param app works with rows; used by everything else
 */
public record Database(String url, Login owner, Login app) {

    public record Login(String user, String password) {

        @Override
        public String toString() {
            return user;
        }
    }
}
