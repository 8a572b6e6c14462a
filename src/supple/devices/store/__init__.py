"""The SQLite database: connection, migrations, repositories, one writer."""
