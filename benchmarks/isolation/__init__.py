"""What it costs on PostgreSQL that each municipality is by itself."""
