"""The desk of an issue in the admin: what it lacks, who has what to do, its preview, its publication."""
