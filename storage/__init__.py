"""The memory: what is recorded, in SQLite or PostgreSQL.

SQLModel, SQLAlchemy and Alembic live here and nowhere else.
"""
